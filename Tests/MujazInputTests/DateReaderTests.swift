import Testing

@testable import MujazInput

/// Dates as people and machines write them.
@Suite struct DateReaderTests {
  @Test(
    "A date is read",
    arguments: [
      ("2021-04-07", "2021-04-07"), ("2021-04-07T09:30:00+03:00", "2021-04-07T09:30:00+03:00"),
      ("2021-04-07 09:30", "2021-04-07T09:30"), ("2021-04-07T99:30", "2021-04-07"),
      ("7 أبريل 2021", "2021-04-07"), ("الأربعاء، ٧ أبريل ٢٠٢١", "2021-04-07"),
      ("نُشر في 7 نيسان/أبريل 2021 الساعة 10:15", "2021-04-07"),
      ("14 كانون الثاني 2020", "2020-01-14"),
      ("07/04/2021 - 09:30 ص", "2021-04-07"), ("2021/4/7", "2021-04-07"),
      ("7-4-2021", "2021-04-07"),
      ("April 7, 2021", "2021-04-07"), ("Wed, 07 Apr 2021 09:30:00 GMT", "2021-04-07"),
      ("12/25/2021", "2021-12-25"),
    ])
  func date(_ text: String, _ expected: String) {
    #expect(DateReader.iso(text) == expected)
  }

  @Test(
    "What is no date of a day is none",
    arguments: [
      "", "26 شوال 1436 هـ", "07/04", "2021", "أبريل 2021", "قبل 3 ساعات", "45/13/2021",
      "2021-13-40",
      "1.2.3", "صفحة 12 من 2021 صفحة",
    ])
  func none(_ text: String) {
    #expect(DateReader.iso(text) == nil)
  }
}

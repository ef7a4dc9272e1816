internal import MujazPlatform

/// ln(1 + x), of the C library.
func log1p(_ x: Double) -> Double { MujazPlatform.log1p(x) }

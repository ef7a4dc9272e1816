"""What the tests share: articles made of a few sentences, and a look at the processes that are open."""

import os
import sys
from typing import Any, Dict, List

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "spark: needs PySpark and Java")


SENTENCES = [
    "افتتح وزير الأشغال أمس جسرا جديدا فوق نهر العاصي.",
    "وأضاف الوزير أن الجسر يخدم عشرين قرية في الريف الشمالي.",
    "وقال رئيس البلدية سامر الخطيب إن العمل استغرق ثلاث سنوات.",
    "وبلغت كلفة المشروع أربعة ملايين دينار دفعتها المحافظة.",
    "وينتظر السكان أن تنخفض مدة الطريق إلى المدينة نصف ساعة.",
]


def article(number: int) -> Dict[str, Any]:
    """An article of its own for every number, and with a length of its own."""
    count = 2 + number % len(SENTENCES)
    sentences = [SENTENCES[(number + place) % len(SENTENCES)] for place in range(count)]
    return {"id": number, "title": f"خبر رقم {number}", "text": f"الخبر رقم {number} من المدينة. " + " ".join(sentences)}


@pytest.fixture
def articles() -> List[Dict[str, Any]]:
    return [article(number) for number in range(2000)]


@pytest.fixture(autouse=True)
def nothing_left_open(request: pytest.FixtureRequest) -> Any:
    """Every test must leave no descriptor and no process behind."""
    if request.node.get_closest_marker("spark"):
        yield
        return
    before = set(os.listdir("/proc/self/fd"))
    yield
    assert set(os.listdir("/proc/self/fd")) <= before, "a descriptor was left open"
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.fixture(params=["orjson", "json"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The package's module of articles with orjson, and without it."""
    import importlib

    import mujaz.articles

    if request.param == "orjson":
        pytest.importorskip("orjson")
    else:
        monkeypatch.setitem(sys.modules, "orjson", None)
    importlib.reload(mujaz.articles)
    yield mujaz.articles
    monkeypatch.undo()
    importlib.reload(mujaz.articles)

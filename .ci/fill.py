"""fill.py FILE OUT: fills every target of a package with translate-toolkit, as a translator's tool would.

The target is the source in Latin letters behind a number, so that order and completeness can be seen in what is merged."""
import re
import sys

from translate.storage.pypo import pofile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File


def translated(text):
    """Of a translation nothing is Arabic: a target that still held its source would be refused."""
    return re.sub('[\u0621-\u0652]', 'x', text)


def store(path):
    if path.endswith('.po'):
        return pofile
    head = open(path, encoding='utf-8').read(600)
    return Xliff2File if 'document:2.0' in head else xlifffile


def main(path, out):
    file = store(path).parsefile(path)
    units = [unit for unit in file.units if not unit.isheader()]
    for number, unit in enumerate(units, 1):
        unit.target = 'EN%d %s' % (number, translated(unit.source))
    with open(out, 'wb') as result:
        result.write(bytes(file))
    print(len(units))


main(*sys.argv[1:])

"""omegat.py FILE OUT: translates every segment of a package in OmegaT, in console mode.

OmegaT lists its segments in a TMX (source = target); their targets are put in Latin letters, get a number in front and go
back as a memory that OmegaT applies. Prints how many segments it showed."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PROJECT = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>AR</source_lang><target_lang>EN</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>'''


def run(project, *options):
    result = subprocess.run(
        ['omegat', project, '--config-dir=' + os.path.join(project, 'config'), *options],
        capture_output=True, text=True, timeout=300)
    if result.returncode != 0:
        sys.exit('omegat: ' + (result.stdout + result.stderr)[-500:])


def main(path, out):
    with tempfile.TemporaryDirectory() as project:
        for folder in ('source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary'):
            os.makedirs(os.path.join(project, folder))
        with open(os.path.join(project, 'omegat.project'), 'w') as file:
            file.write(PROJECT)
        shutil.copy(path, os.path.join(project, 'source'))
        listed = os.path.join(project, 'listed.tmx')
        run(project, '--mode=console-createpseudotranslatetmx', '--pseudotranslatetmx=' + listed,
            '--pseudotranslatetype=equal')
        tmx = open(listed, encoding='utf-8').read()
        count = 0

        def number(match):
            nonlocal count
            count += 1
            return match.group(1) + 'EN%d ' % count + re.sub('[\u0621-\u0652]', 'x', match.group(2))

        # The header of a PO file is a segment to OmegaT, and no text of ours.
        pattern = re.compile(r'(<tuv (?:xml:)?lang="EN">\s*<seg>)(?!Project-Id-Version)(.*?)(?=</seg>)', re.I | re.S)
        tmx = pattern.sub(number, tmx)
        with open(os.path.join(project, 'tm', 'auto', 'all.tmx'), 'w', encoding='utf-8') as file:
            file.write(tmx)
        run(project, '--mode=console-translate')
        shutil.copy(os.path.join(project, 'target', os.path.basename(path)), out)
        print(count)


main(*sys.argv[1:])

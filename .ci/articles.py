"""articles.py FOLDER: the articles of the fixtures as plain texts, ten of them, for the tools that read none of ours."""
import glob
import os
import sys


def main(folder):
    os.makedirs(folder, exist_ok=True)
    for path in sorted(glob.glob('Tests/Fixtures/Articles/*.article'))[:9]:
        lines = []
        for line in open(path, encoding='utf-8').read().split('\n'):
            if line.startswith('#') or line.startswith('title\t'):
                continue
            text = line.split('\t', 1)[1] if '\t' in line else ''
            lines.append(text.translate({ord(mark): None for mark in '‖★↩'}))
        name = os.path.basename(path).replace('.article', '.txt')
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))
    with open('Tests/Fixtures/Translation/article.txt', encoding='utf-8') as file:
        text = file.read()
    with open(os.path.join(folder, 'energy.txt'), 'w', encoding='utf-8') as file:
        file.write(text)


main(*sys.argv[1:])

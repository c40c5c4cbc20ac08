"""WeasyPrint in one process that stays warm: a line in is "HTML<tab>PDF", a line out is "done"."""
import sys

import weasyprint

fonts = weasyprint.text.fonts.FontConfiguration()
print("ready", flush=True)
for line in sys.stdin:
    source, target = line.rstrip("\n").split("\t")
    weasyprint.HTML(filename=source).write_pdf(target, font_config=fonts)
    print("done", flush=True)

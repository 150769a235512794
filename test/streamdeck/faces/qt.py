"""Draws SVG documents side by side with QtSvg, as the Stream Deck app does.

Standard input: {"documents": [...], "columns": n, "width": w, "height": h, "file": "out.png"}.
"""

import json
import sys

from PyQt5.QtCore import QByteArray, QRectF
from PyQt5.QtGui import QColor, QGuiApplication, QImage, QPainter
from PyQt5.QtSvg import QSvgRenderer

wanted = json.load(sys.stdin)
application = QGuiApplication([])
documents, columns = wanted["documents"], wanted["columns"]
width, height = wanted["width"], wanted["height"]
rows = -(-len(documents) // columns)
image = QImage(columns * width, rows * height, QImage.Format_RGB32)
image.fill(QColor("#FF00FF"))
painter = QPainter(image)
for at, document in enumerate(documents):
    renderer = QSvgRenderer(QByteArray(document.encode()))
    if not renderer.isValid():
        sys.exit(f"QtSvg refuses {document}")
    place = QRectF(at % columns * width, at // columns * height, width, height)
    renderer.render(painter, place)
painter.end()
if not image.save(wanted["file"]):
    sys.exit("cannot write")

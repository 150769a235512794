"""A tray icon of the toolkit family of WeChat. Usage: qt-tray.py [label of the entry that quits]"""

import signal
import sys

from PyQt5.QtGui import QColor, QIcon, QPixmap
from PyQt5.QtWidgets import QApplication, QMenu, QSystemTrayIcon

# Python would only hear the signal between two of its own lines, which an idle Qt never reaches.
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.SIG_DFL)

app = QApplication(sys.argv)
app.setApplicationName("practice-qt")
app.setQuitOnLastWindowClosed(False)

picture = QPixmap(22, 22)
picture.fill(QColor("green"))
icon = QSystemTrayIcon(QIcon(picture))
menu = QMenu()
menu.addAction("Quit everything").setEnabled(False)
menu.addAction("&Settings…")
menu.addAction(sys.argv[1] if len(sys.argv) > 1 else "Quit Practice Qt").triggered.connect(app.quit)
icon.setContextMenu(menu)
icon.show()

print("ready", flush=True)
sys.exit(app.exec_())

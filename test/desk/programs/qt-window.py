"""A window. Usage: qt-window.py TITLE [hides] [menu]: `hides` stays when its window is closed, `menu` has one open."""

import signal
import sys

from PyQt5.QtCore import QTimer
from PyQt5.QtWidgets import QApplication, QMainWindow, QMenu

signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.SIG_DFL)


class Window(QMainWindow):
    def closeEvent(self, event):
        print("closed", flush=True)
        if "hides" in sys.argv[2:]:
            event.ignore()
            self.hide()


app = QApplication(sys.argv)
app.setApplicationName("practice-window")
app.setQuitOnLastWindowClosed("hides" not in sys.argv[2:])
window = Window()
window.setWindowTitle(sys.argv[1])
window.resize(320, 200)
window.show()
if "menu" in sys.argv[2:]:
    menu = QMenu(window)
    menu.addAction("An entry")
    QTimer.singleShot(0, lambda: menu.popup(window.mapToGlobal(window.rect().center())))

QTimer.singleShot(0, lambda: print("ready", flush=True))
sys.exit(app.exec_())

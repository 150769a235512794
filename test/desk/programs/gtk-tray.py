"""A tray icon by libayatana-appindicator, which exports its menu also where nobody watches."""

import signal

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("AyatanaAppIndicator3", "0.1")
from gi.repository import AyatanaAppIndicator3, GLib, Gtk  # noqa: E402

signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.SIG_DFL)

menu = Gtk.Menu()
about = Gtk.MenuItem.new_with_mnemonic("_About")
quits = Gtk.MenuItem.new_with_mnemonic("_Quit")
quits.connect("activate", Gtk.main_quit)
for item in (about, quits):
    menu.append(item)
menu.show_all()

indicator = AyatanaAppIndicator3.Indicator.new(
    "practice-gtk", "face-smile", AyatanaAppIndicator3.IndicatorCategory.COMMUNICATIONS
)
indicator.set_status(AyatanaAppIndicator3.IndicatorStatus.ACTIVE)
indicator.set_menu(menu)

GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()

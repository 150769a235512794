"""A polkit of a test's own: a system bus, a real polkitd and an agent, around a command that a plain user runs.

Told: the answer of the person (yes, no, close, none), the user id, and the command. Runs as root in mounts of its own.
"""
import os
import signal
import subprocess
import sys
import tempfile

from gi.repository import Gio, GLib

ANSWER, UID, COMMAND = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
SOCKET = "/run/dbus/system_bus_socket"
NAME = "org.freedesktop.PolicyKit1"
AUTHORITY = ("/org/freedesktop/PolicyKit1/Authority", NAME + ".Authority")
AGENT = "/org/clean_exit/agent"
CONFIG = f"""<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={SOCKET}</listen>
  <policy context="default">
    <allow user="*"/><allow own="*"/>
    <allow send_type="method_call"/><allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/><allow receive_type="method_return"/>
    <allow receive_type="error"/><allow receive_type="signal"/><allow send_destination="*"/>
  </policy>
</busconfig>"""
INTERFACE = f"""<node><interface name="{NAME}.AuthenticationAgent">
  <method name="BeginAuthentication"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="a{{ss}}" direction="in"/><arg type="s" direction="in"/>
    <arg type="a(sa{{sv}})" direction="in"/></method>
  <method name="CancelAuthentication"><arg type="s" direction="in"/></method>
</interface></node>"""

started = []


def start(*argv, stdout=subprocess.DEVNULL):
    child = subprocess.Popen(argv, stdout=stdout, stderr=subprocess.DEVNULL)
    started.append(child)
    return child


def connect():
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        "unix:path=" + SOCKET,
        flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION,
        None,
        None,
    )


def until(seen):
    for _ in range(500):
        if seen():
            return
        GLib.usleep(20_000)
    raise SystemExit("polkit or the command did not start")


def has_owner(bus):
    answer = bus.call_sync(
        *("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner"),
        *(GLib.Variant("(s)", (NAME,)), None, Gio.DBusCallFlags.NONE, -1, None),
    )
    return answer.unpack()[0]


def authority(bus, method, parameters):
    bus.call_sync(NAME, *AUTHORITY, method, parameters, None, Gio.DBusCallFlags.NONE, -1, None)


def main():
    os.makedirs(os.path.dirname(SOCKET))
    config = tempfile.mkstemp()[1]
    with open(config, "w") as file:
        file.write(CONFIG)
    daemon = ("/usr/bin/dbus-daemon", "--nofork", "--print-address", "--config-file=" + config)
    # It says its address when it listens; the socket is there a little earlier.
    start(*daemon, stdout=subprocess.PIPE).stdout.readline()
    os.unlink(config)
    root = connect()
    start("/usr/lib/polkit-1/polkitd", "--no-debug")
    until(lambda: has_owner(root))
    # The command waits until its agent is there, and keeps its number and start time.
    asked = subprocess.Popen(
        ["/usr/bin/setpriv", f"--reuid={UID}", f"--regid={UID}", "--clear-groups"]
        + ["/bin/sh", "-c", 'read -r _ && exec "$@"', "sh"]
        + COMMAND,
        stdin=subprocess.PIPE,
    )
    loop = GLib.MainLoop()

    def answer(_bus, _sender, _path, _interface, method, parameters, invocation):
        if method != "BeginAuthentication":
            return invocation.return_value(None)
        cookie = parameters[4]
        print(f"agent was asked: {parameters[0]}", file=sys.stderr, flush=True)
        if ANSWER == "close":
            return invocation.return_dbus_error(NAME + ".Error.Cancelled", "closed")
        if ANSWER == "yes":
            who = ("unix-user", {"uid": GLib.Variant("u", UID)})
            said = GLib.Variant("(us(sa{sv}))", (UID, cookie, who))
            authority(root, "AuthenticationAgentResponse2", said)
        invocation.return_value(None)

    if ANSWER != "none":
        # An agent may be only of its own user's processes, and setpriv takes a moment.
        until(lambda: os.stat(f"/proc/{asked.pid}").st_uid == UID)
        with open(f"/proc/{asked.pid}/stat") as file:
            began = int(file.read().rsplit(")", 1)[1].split()[19])
        os.seteuid(UID)
        agent = connect()
        os.seteuid(0)
        info = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        agent.register_object(AGENT, info, answer, None, None)
        what = {"pid": GLib.Variant("u", asked.pid), "start-time": GLib.Variant("t", began)}
        subject = ("unix-process", what)
        authority(
            agent,
            "RegisterAuthenticationAgent",
            GLib.Variant("((sa{sv})ss)", (subject, "C", AGENT)),
        )
    asked.stdin.write(b"\n")
    asked.stdin.close()
    GLib.child_watch_add(GLib.PRIORITY_DEFAULT, asked.pid, lambda _pid, status: finish(loop, status))
    loop.run()


def finish(loop, status):
    global code
    code = os.waitstatus_to_exitcode(status)
    loop.quit()


code = 1
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
try:
    main()
finally:
    for child in started:
        child.kill()
        child.wait()
sys.exit(code)

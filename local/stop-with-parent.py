"""Runs the program named by the arguments until it ends or until our own standard input closes.

The input is a pipe that the parent holds open: however the parent ends, the system closes it, so that no
emulator is ever left behind.
"""
import os
import signal
import subprocess
import sys
import threading

GRACE_SECONDS = 5

signal.signal(signal.SIGTERM, lambda *_: stop())
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)


def stop():
    child.terminate()
    threading.Timer(GRACE_SECONDS, child.kill).start()


def stop_when_the_parent_is_gone():
    sys.stdin.buffer.read()
    stop()


threading.Thread(target=stop_when_the_parent_is_gone, daemon=True).start()
child.wait()
# The parent started us as the leader of a process group: this takes the program's own workers along.
os.killpg(0, signal.SIGKILL)

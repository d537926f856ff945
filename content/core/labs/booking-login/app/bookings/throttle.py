"""Slows down guessing: a few failures a minute for each address, then a pause."""
import threading
import time
from collections import defaultdict, deque

FAILURES = 5
WINDOW_SECONDS = 60

_lock = threading.Lock()
_failures = defaultdict(deque)


def is_paused(email):
    with _lock:
        times = _failures[email]
        while times and times[0] < time.monotonic() - WINDOW_SECONDS:
            times.popleft()
        return len(times) >= FAILURES


def record_failure(email):
    with _lock:
        _failures[email].append(time.monotonic())


def forget(email):
    with _lock:
        _failures.pop(email, None)

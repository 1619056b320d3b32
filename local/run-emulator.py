"""Runs the local AWS with one change: when a function was idle for long enough, its last worker ends too.

MiniStack itself keeps one process of 70 MB for each function that was ever called. The names that are imported here
are its own inner ones: with another version the import fails at the start, and not later in silence.
"""
import time

from ministack.core import lambda_runtime
from ministack.core.lambda_runtime import _LOCAL_WORKER_TTL, _lock, _workers, kill_workers


def end_idle_workers():
    idle_since = time.time() - _LOCAL_WORKER_TTL
    ended = []
    with _lock:
        for function, workers in list(_workers.items()):
            kept = [worker for worker in workers if worker.in_use or worker.last_used > idle_since]
            ended += [worker for worker in workers if worker not in kept]
            _workers[function] = kept
    kill_workers(ended)
    return len(ended)


# Before MiniStack's Lambda is imported, which takes it from here.
assert hasattr(lambda_runtime, "reap_idle_workers")
lambda_runtime.reap_idle_workers = end_idle_workers

from ministack.app import main  # noqa: E402

main()

"""Waits with the framework loaded, then imports the app and serves it with threads."""
import json
import os
import sys
import traceback

EVENTS = 3


def say(message):
    os.write(EVENTS, (json.dumps(message) + "\n").encode())


def place_of(error):
    """The last line of the candidate's own files that the error names."""
    if isinstance(error, SyntaxError) and error.filename:
        return error.filename, error.lineno or 1, error.offset
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith("/srv/app/")]
    return (frames[-1].filename, frames[-1].lineno, None) if frames else (None, None, None)


def report(error):
    name, line, column = place_of(error)
    diagnostics = []
    if name and name.startswith("/srv/app/"):
        place = {"file": name[len("/srv/app/"):], "line": line, "message": f"{type(error).__name__}: {error}"}
        diagnostics.append({**place, "column": column} if column else place)
    output = "".join(traceback.format_exception(error))
    say({"say": "build-failed", "output": output, "diagnostics": diagnostics})


def main():
    import flask  # noqa: F401
    import sqlite3  # noqa: F401
    from werkzeug.serving import make_server

    os.set_inheritable(EVENTS, False)
    say({"say": "warm"})
    line = sys.stdin.readline()
    if not line:
        return
    order = json.loads(line)
    sys.stdin.close()
    sys.stdin = open(os.devnull)
    os.environ.update(order["environment"])
    os.environ["PORT"] = str(order["port"])
    os.chdir("/srv/app")
    sys.path.insert(0, "/srv/app")
    module, _, attribute = order["entry"].partition(":")
    try:
        imported = __import__(module, fromlist=["_"])
        app = getattr(imported, attribute or "app")
        server = make_server("127.0.0.1", order["port"], app, threaded=True)
    except BaseException as error:  # whatever keeps the app from starting is told
        report(error)
        return
    server.serve_forever()


main()

"""State of the service for people on the machine; listens on its loopback only."""
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import config

_started = time.time()


class OpsHandler(BaseHTTPRequestHandler):
    def _answer(self):
        length = min(int(self.headers.get("Content-Length") or 0), 64 * 1024)
        self.rfile.read(length)
        body = json.dumps(
            {"service": config.AGENT, "token": config.OPS_TOKEN, "uptime": int(time.time() - _started)}
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = _answer

    def log_message(self, *_args):
        pass


def start(port):
    server = ThreadingHTTPServer(("127.0.0.1", port), OpsHandler)
    threading.Thread(target=server.serve_forever, name="ops", daemon=True).start()

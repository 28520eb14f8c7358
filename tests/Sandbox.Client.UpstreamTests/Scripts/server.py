"""Serves a folder with http.server: python3 server.py <port> <site> <public folder> <mark>"""
import functools
import http.server
import os
import sys

port, site, public, mark = sys.argv[1:5]


class Handler(http.server.SimpleHTTPRequestHandler):
    """The standard handler; only its words for what is missing differ."""

    def send_error(self, code, message=None, explain=None):
        path = self.translate_path(self.path) if hasattr(self, "path") else ""
        inside = path.rstrip("/") == public or path.startswith(public + os.sep)
        body = b"PUBLIC" if inside or code != 404 else mark.encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        """Says nothing."""


http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), functools.partial(Handler, directory=site)).serve_forever()

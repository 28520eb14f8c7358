"""python3 server.py <port>: the server of the standard library; only its error page says from which area it comes."""
import functools
import http.server
import os
import sys

ROOT = os.environ["UPSTREAM_ROOT"]
PUBLIC_FOLDER = os.path.join(ROOT, "api", "public")


class Handler(http.server.SimpleHTTPRequestHandler):
    def send_error(self, code, message=None, explain=None):
        is_read = code == 404 and self.requestline
        file = self.translate_path(self.path).rstrip("/") if is_read else PUBLIC_FOLDER
        is_public = file == PUBLIC_FOLDER or file.startswith(PUBLIC_FOLDER + "/")
        self.error_message_format = os.environ["UPSTREAM_PUBLIC_TEXT" if is_public else "UPSTREAM_PRIVATE_TEXT"]
        super().send_error(code, message, explain)

    def log_message(self, format, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128


Server(("127.0.0.1", int(sys.argv[1])), functools.partial(Handler, directory=ROOT)).serve_forever()

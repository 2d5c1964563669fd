"""Drives a headless Chromium for the tests of the map page, through its DevTools pipe and Python's own library alone.

Reads one JSON command a line from stdin and answers each with one line:
  {"goto": URL}            opens the page and waits until <body data-ready="yes">; answers true, or false after 20 s
  {"eval": EXPRESSION}     answers the value
  {"key": KEY}             presses a key ("Enter", "Tab", "Escape", "ArrowRight")
  {"click": [X, Y]}        clicks with the mouse
  {"size": [W, H]}         sets the window, W below 800 as a phone
  {"shot": FILE.png}       takes a picture
  {"console": true}        answers what the page complained of since it was opened: errors, exceptions, blocked loads
  {"requests": true}       answers every address the page asked for since it was opened
"""
import base64, json, os, subprocess, sys, tempfile, time


class Chromium:
    def __init__(self, program, folder):
        self.read_end, child_write = os.pipe()
        child_read, self.write_end = os.pipe()

        def pipes():  # Chromium speaks on file descriptors 3 and 4.
            high_read, high_write = os.dup(child_read), os.dup(child_write)
            os.dup2(high_read, 3)
            os.dup2(high_write, 4)

        flags = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking",
                 "--no-first-run", "--remote-debugging-pipe", "--user-data-dir=" + folder, "about:blank"]
        self.process = subprocess.Popen([program, *flags], preexec_fn=pipes, close_fds=False,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(child_read)
        os.close(child_write)
        self.count, self.rest, self.session = 0, b"", None
        self.complaints, self.requests = [], []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")

    def send(self, method, **params):
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write_end, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.note(answer)

    def receive(self):
        while b"\0" not in self.rest:
            piece = os.read(self.read_end, 1 << 16)
            if not piece:
                raise RuntimeError("Chromium has gone")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def note(self, event):
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.complaints.append(" ".join(str(a.get("value", a.get("description"))) for a in params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append(params["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def evaluate(self, expression):
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description") or details["text"])
        return result["result"].get("value")

    def goto(self, url):
        self.send("Page.navigate", url="about:blank")
        self.complaints, self.requests = [], []
        self.send("Page.navigate", url=url)
        for _ in range(200):
            if self.evaluate("document.body && document.body.dataset.ready === 'yes'"):
                return True
            time.sleep(0.1)
        return False

    def key(self, name):
        codes = {"Enter": (13, "\r"), "Tab": (9, None), "Escape": (27, None), "ArrowRight": (39, None), "ArrowLeft": (37, None)}
        code, text = codes[name]
        keys = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **keys, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **keys)

    def click(self, point):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.send("Input.dispatchMouseEvent", type=kind, x=point[0], y=point[1], **button)

    def size(self, size):
        self.send("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=size[0] < 800)

    def shot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait(10)


def answer(browser, command):
    (verb, value), = command.items()
    if verb == "eval":
        return browser.evaluate(value)
    if verb in ("console", "requests"):
        browser.evaluate("1")  # Whatever was said before this is read by now.
        return browser.complaints if verb == "console" else browser.requests
    return getattr(browser, verb)(value)


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Chromium(sys.argv[1], folder)
        try:
            for line in sys.stdin:
                try:
                    result = {"value": answer(browser, json.loads(line))}
                except RuntimeError as error:
                    result = {"error": str(error)}
                print(json.dumps(result), flush=True)
        finally:
            browser.close()


main()

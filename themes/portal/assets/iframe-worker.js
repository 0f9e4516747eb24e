// A page opened from a folder may start no worker, and Material's search is one. Here its script
// runs in a hidden frame of the same folder, under the name that Material looks for.
if (location.protocol === "file:")
  window.Worker = class extends EventTarget {
    constructor(path) {
      super()
      const address = new URL(path, location).href
      this.waiting = []
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      this.frame.title = ""
      this.frame.srcdoc = `<!doctype html><base href="${address}"><script>
        var importScripts = (...files) => files.reduce((before, file) => before.then(() => new Promise((done, failed) => {
          const script = document.createElement("script")
          script.src = file
          script.onload = done
          script.onerror = failed
          document.head.append(script)
        })), Promise.resolve())
        var postMessage = data => parent.dispatchEvent(new CustomEvent("searched", {detail: data}))
      <\/script><script src="${address}"><\/script>`
      addEventListener("searched", event => this.hear(event.detail))
      this.frame.onload = () => {
        this.loaded = true
        for (const data of this.waiting) this.postMessage(data)
      }
      document.body.append(this.frame)
    }
    hear(data) {
      const event = new MessageEvent("message", {data})
      this.dispatchEvent(event)
      if (this.onmessage) this.onmessage(event)
    }
    postMessage(data) {
      if (this.loaded) this.frame.contentWindow.dispatchEvent(new MessageEvent("message", {data}))
      else this.waiting.push(data)
    }
    terminate() {
      this.frame.remove()
    }
  }

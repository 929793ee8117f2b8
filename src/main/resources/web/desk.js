// The desk works without this file. It adds: ticking all, counts, keys, the look whether the PC is let in, a word of
// warning before half-written words are left, and files that are dropped, with how far they are.
(function () {
  "use strict";
  var all = function (css, in_) { return Array.prototype.slice.call((in_ || document).querySelectorAll(css)); };

  function count() {
    all("[data-count]").forEach(function (out) {
      out.textContent = String(all("input[name='" + out.dataset.count + "']:checked").length);
    });
  }

  document.addEventListener("change", function (event) {
    var box = event.target;
    if (box.dataset && box.dataset.all) {
      all("input[name='" + box.dataset.all + "']").forEach(function (one) { one.checked = box.checked; });
    }
    count();
  });

  // Only one menu is open, and a click beside it closes it.
  document.addEventListener("click", function (event) {
    all("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      all("details.menu[open]").forEach(function (menu) { menu.open = false; });
    }
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === "/") {
      var search = document.querySelector("input[type=search]");
      if (search) { event.preventDefault(); search.focus(); }
      return;
    }
    var target = all("[data-key]").filter(function (one) { return one.dataset.key === event.key.toLowerCase(); })[0];
    if (!target) { return; }
    event.preventDefault();
    var words = target.form && target.form.querySelector("textarea");
    // A decision that takes words is not sent by a key alone: the key leads to the words.
    if (words) { words.focus(); } else { target.click(); }
  });

  var dirty = false;
  document.addEventListener("input", function (event) {
    if (event.target.tagName === "TEXTAREA" && !event.target.readOnly) { dirty = event.target.value.trim() !== ""; }
  });
  document.addEventListener("submit", function () { dirty = false; });
  window.addEventListener("beforeunload", function (event) {
    if (dirty) { event.preventDefault(); event.returnValue = ""; }
  });

  // Files: dropped on a form that takes some, looked at for their size before they are sent, and sent with a bar.
  function zone(event) {
    var types = event.dataTransfer && event.dataTransfer.types;
    return types && Array.prototype.indexOf.call(types, "Files") >= 0 && event.target.closest
      ? event.target.closest("form[data-upload]") : null;
  }
  document.addEventListener("dragover", function (event) {
    var form = zone(event);
    all(".drop-zone.over").forEach(function (one) { one.classList.toggle("over", one === form); });
    if (form) { event.preventDefault(); form.classList.add("over"); }
  });
  document.addEventListener("drop", function (event) {
    var form = zone(event);
    all(".drop-zone.over").forEach(function (one) { one.classList.remove("over"); });
    if (!form) { return; }
    event.preventDefault();
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    if (fits(form)) { form.requestSubmit(); }
  });
  function fits(form) {
    var most = Number(form.dataset.upload) * 1048576;
    var input = form.querySelector("input[type=file]");
    var large = Array.prototype.filter.call(input.files, function (file) { return file.size > most; })[0];
    input.setCustomValidity(large ? large.name + ": " + form.dataset.large : "");
    if (large) { input.reportValidity(); }
    return !large;
  }
  document.addEventListener("change", function (event) {
    var form = event.target.type === "file" && event.target.closest("form[data-upload]");
    if (form) { fits(form); }
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.dataset || !form.dataset.upload) { return; }
    event.preventDefault();
    var bar = form.querySelector("progress");
    var input = form.querySelector("input[type=file]");
    var request = new XMLHttpRequest();
    var failed = function () { bar.hidden = true; input.setCustomValidity(form.dataset.failed); input.reportValidity(); input.setCustomValidity(""); };
    bar.hidden = false;
    request.upload.onprogress = function (sent) { if (sent.lengthComputable) { bar.value = 100 * sent.loaded / sent.total; } };
    request.onerror = failed;
    request.onload = function () {
      var next = request.getResponseHeader("HX-Redirect");
      if (next) { location.assign(new URL(next, request.responseURL).href); return; }
      var page = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
      if (!page) { failed(); return; }
      document.querySelector("main").replaceWith(page);
      window.scrollTo(0, 0);
    };
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(new FormData(form));
  });

  // Where a browser can do neither, the buttons stay away.
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () { button.textContent = button.dataset.copied; }, function () { button.hidden = true; });
    });
  });

  var door = document.querySelector("[data-poll]");
  if (door) { setTimeout(function () { location.replace(door.dataset.poll); }, 2000); }

  document.addEventListener("htmx:afterSettle", count);
  // Where a session has ended, the whole page says so rather than a part of it.
  document.addEventListener("htmx:responseError", function () { location.reload(); });
  count();
})();

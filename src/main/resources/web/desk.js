// The desk works without this file. It adds: ticking all, counts, keys, the look whether the PC is let in, and a word of
// warning before half-written words are left.
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

  var door = document.querySelector("[data-poll]");
  if (door) { setTimeout(function () { location.replace(door.dataset.poll); }, 2000); }

  document.addEventListener("htmx:afterSettle", count);
  // Where a session has ended, the whole page says so rather than a part of it.
  document.addEventListener("htmx:responseError", function () { location.reload(); });
  count();
})();

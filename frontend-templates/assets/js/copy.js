// Shows a copy button beside each code block and copies the block's text.
// Without script, or where the clipboard is out of reach, the button stays hidden.
(function () {
  "use strict";

  function show(root) {
    if (!navigator.clipboard) {
      return;
    }
    root.querySelectorAll("button[data-copy][hidden]").forEach(function (button) {
      button.hidden = false;
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-copy]");
    if (!button) {
      return;
    }
    var text = button.closest(".code").querySelector("[data-copy-text]").textContent;
    navigator.clipboard.writeText(text).then(function () {
      var label = button.querySelector("[data-copy-label]");
      var before = label.textContent;
      label.textContent = button.dataset.copied;
      window.setTimeout(function () {
        label.textContent = before;
      }, 2000);
    });
  });

  document.addEventListener("htmx:load", function (event) {
    show(event.target);
  });
  show(document);
})();

/* SPDX-License-Identifier: EUPL-1.2 */
/* Suggestions below a search box, after the combobox pattern of WAI-ARIA 1.2. Without this the box searches all the same. */
"use strict";

(() => {
  const WAIT = 150;

  const attach = (input) => {
    const list = document.createElement("ul");
    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.label);
    const spoken = document.createElement("div");
    spoken.className = "away";
    spoken.setAttribute("role", "status");
    input.parentElement.append(list, spoken);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let active = -1;
    let timer = 0;
    let request = null;

    const select = (index) => {
      active = index;
      Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    };

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      select(-1);
    };

    const go = (option) => window.location.assign(option.dataset.href);

    const show = ([, titles, , addresses, hubs]) => {
      list.replaceChildren(...titles.map((title, i) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + i;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = title;
        if (hubs[i]) {
          const from = document.createElement("span");
          from.className = "from";
          from.textContent = " · " + hubs[i];
          option.append(from);
        }
        // The page may be reached at another host than the one that the catalogue is named after.
        const path = addresses[i].slice(input.dataset.base.length - 1);
        option.dataset.href = input.dataset.prefix + path + input.dataset.language;
        // Before the box loses its focus, which closes the list.
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => go(option));
        return option;
      }));
      spoken.textContent = titles.length === 0 ? "" : input.dataset.found.replace("{0}", titles.length);
      select(-1);
      list.hidden = titles.length === 0;
      input.setAttribute("aria-expanded", String(titles.length > 0));
    };

    const ask = () => {
      request?.abort();
      const typed = input.value.trim();
      if (typed.length < 2) {
        close();
        return;
      }
      request = new AbortController();
      fetch(input.dataset.suggest + "&q=" + encodeURIComponent(typed), { signal: request.signal })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .then((suggestions) => (document.activeElement === input ? show(suggestions) : close()))
        .catch((error) => {
          // Typing on ends the question before; without an answer, the box is what it is without a script.
          if (error.name !== "AbortError") {
            close();
          }
        });
    };

    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, WAIT);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (list.hidden || event.isComposing) {
        return;
      }
      if (event.key === "ArrowDown") {
        select(active === count - 1 ? -1 : active + 1);
        event.preventDefault();
      } else if (event.key === "ArrowUp") {
        select(active === -1 ? count - 1 : active - 1);
        event.preventDefault();
      } else if (event.key === "Escape") {
        close();
        event.preventDefault();
      } else if (event.key === "Enter" && active >= 0) {
        go(list.children[active]);
        event.preventDefault();
      }
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(attach);
})();

/* SPDX-License-Identifier: EUPL-1.2 */
/* Completes what is typed in a query. Without this the field is one to type in, and the hub knows the prefixes all the same. */
"use strict";

(() => {
  const MOST = 8;
  /* What is over by the place where one types: texts, IRIs, comments. Their beginnings that are left are not over. */
  const DONE =
    /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*\n/g;
  const WORD = /(?:[?$][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_-]*(?::[\p{L}\p{N}_.-]*)?)$/u;
  /* Words that are no beginning of a name, mostly; functions are left out, since too many names begin like them. */
  const KEYWORDS = (
    "select construct describe ask where filter optional union minus exists not in as bind values group having order by"
    + " asc desc limit offset distinct prefix base graph service count"
  ).split(" ");

  const styled = ["font", "lineHeight", "letterSpacing", "tabSize", "padding", "border", "boxSizing"];

  /** Whether the end of a text is inside of a comment, a text or an IRI. */
  const inside = (before) => {
    const rest = before.replace(DONE, " ");
    return /["'#]/.test(rest) || /<[^<>"{}|^`\\\s]+$/.test(rest);
  };

  /** How well a term fits what was typed: the lower the better; nothing when it does not. */
  const fit = ([name, , label], typed) => {
    const lower = name.toLowerCase();
    if (lower.startsWith(typed)) {
      return 0;
    }
    if (typed.includes(":")) {
      return undefined;
    }
    if (lower.slice(lower.indexOf(":") + 1).startsWith(typed)) {
      return 1;
    }
    const words = label.toLowerCase();
    if (words.startsWith(typed)) {
      return 2;
    }
    return words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)) ? 3 : undefined;
  };

  const best = (terms, typed) =>
    terms
      .map((term) => ({ term, fit: fit(term, typed) }))
      .filter((one) => one.fit !== undefined)
      .sort((one, other) => one.fit - other.fit)
      .slice(0, MOST)
      .map((one) => one.term);

  /** The terms that can stand at the end of a text. */
  const candidates = (known, before, after, word, asked) => {
    const typed = word.toLowerCase();
    if (/\bprefix\s+$/i.test(before.slice(0, before.length - word.length))) {
      const prefixes = Object.entries(known.prefixes).map(([name, iri]) => [`${name}: <${iri}>`, "prefix", ""]);
      return best(prefixes, typed);
    }
    if (/^[?$]/.test(word)) {
      const others = (before.slice(0, before.length - word.length) + " " + after).match(/[?$][\p{L}\p{N}_]+/gu) ?? [];
      return best([...new Set(others)].map((name) => [name, "variable", ""]), typed).filter(([name]) => name !== word);
    }
    if (!asked && (typed.length < 2 || KEYWORDS.some((keyword) => keyword.startsWith(typed)))) {
      return [];
    }
    return best(known.terms, typed).filter(([name]) => name !== word);
  };

  const attach = (area) => {
    const list = document.createElement("ul");
    list.id = area.id + "-terms";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", area.dataset.label);
    const spoken = document.createElement("div");
    spoken.className = "away";
    spoken.setAttribute("role", "status");
    const help = document.createElement("p");
    help.id = area.id + "-help";
    help.className = "quiet";
    help.textContent = area.dataset.help;
    const mirror = document.createElement("div");
    mirror.className = "mirror";
    mirror.setAttribute("aria-hidden", "true");
    area.parentElement.append(mirror, list, spoken, help);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-haspopup", "listbox");
    area.setAttribute("aria-controls", list.id);
    area.setAttribute("aria-describedby", help.id);

    let known = null;
    let loading = null;
    let active = -1;
    let word = "";
    let taking = false;

    const load = () => {
      loading ??= fetch(area.dataset.terms)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .then((answer) => (known = answer))
        // Asked again at the next occasion; until then this is a field to type in.
        .catch(() => (loading = null));
      return loading;
    };

    const select = (index) => {
      active = index;
      Array.from(list.children).forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) {
        area.removeAttribute("aria-activedescendant");
      } else {
        area.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    };

    const close = () => {
      list.hidden = true;
      spoken.textContent = "";
      select(-1);
    };

    /** Puts the list below the line in which one types, as a copy of the text up to there measures it. */
    const place = (before) => {
      const style = window.getComputedStyle(area);
      styled.forEach((name) => (mirror.style[name] = style[name]));
      mirror.style.width = area.offsetWidth + "px";
      const end = document.createElement("span");
      end.textContent = "\u200b";
      mirror.replaceChildren(before, end);
      const bottom = end.offsetTop + end.offsetHeight - area.scrollTop;
      list.style.top = Math.max(0, Math.min(bottom, area.offsetHeight)) + "px";
      list.style.left = Math.max(0, Math.min(end.offsetLeft, area.offsetWidth - list.offsetWidth)) + "px";
      mirror.replaceChildren();
    };

    const take = (name) => {
      area.focus();
      const end = area.selectionStart;
      area.setSelectionRange(end - word.length, end);
      // Deprecated, and still the only way after which "undo" takes back what a script has typed.
      taking = true;
      if (!document.execCommand("insertText", false, name)) {
        area.setRangeText(name, end - word.length, end, "end");
      }
      taking = false;
      close();
    };

    const show = (terms, before) => {
      list.replaceChildren(
        ...terms.map(([name, kind, label], i) => {
          const option = document.createElement("li");
          option.id = list.id + "-" + i;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          const code = document.createElement("code");
          code.textContent = name;
          const from = document.createElement("span");
          from.className = "from";
          from.textContent = " " + (label ? label + " · " : "") + known.kinds[kind];
          option.append(code, from);
          // Before the field loses its focus, which closes the list.
          option.addEventListener("mousedown", (event) => event.preventDefault());
          option.addEventListener("click", () => take(name));
          return option;
        }),
      );
      select(-1);
      list.hidden = terms.length === 0;
      spoken.textContent = terms.length === 0 ? "" : area.dataset.found.replace("{0}", terms.length);
      if (terms.length > 0) {
        place(before);
      }
    };

    const complete = (asked) => {
      const at = area.selectionStart;
      const before = area.value.slice(0, at);
      if (known === null || at !== area.selectionEnd || document.activeElement !== area || inside(before)) {
        close();
        return;
      }
      word = WORD.exec(before)?.[0] ?? "";
      const after = area.value.slice(at);
      // In the middle of a word, nothing is completed.
      const whole = !/^[\p{L}\p{N}_:-]/u.test(after);
      show(whole && (asked || word) ? candidates(known, before, after, word, asked) : [], before);
    };

    area.addEventListener("focus", load);
    area.addEventListener("input", (event) => {
      if (taking) {
        return;
      }
      if (event.inputType === "insertText" || event.inputType?.startsWith("delete") || event.isComposing) {
        load().then(() => complete(false));
      } else {
        close();
      }
    });
    area.addEventListener("blur", close);
    area.addEventListener("click", close);
    area.addEventListener("scroll", close);
    area.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.isComposing) {
        return;
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        area.form.requestSubmit();
        event.preventDefault();
      } else if (event.key === " " && event.ctrlKey) {
        load().then(() => complete(true));
        event.preventDefault();
      } else if (list.hidden) {
        return;
      } else if (event.key === "ArrowDown") {
        select(active === count - 1 ? -1 : active + 1);
        event.preventDefault();
      } else if (event.key === "ArrowUp") {
        select(active === -1 ? count - 1 : active - 1);
        event.preventDefault();
      } else if (event.key === "Escape") {
        close();
        event.preventDefault();
      } else if (event.key === "Enter" && active >= 0) {
        take(list.children[active].firstChild.textContent);
        event.preventDefault();
      } else if (["ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"].includes(event.key)) {
        close();
      }
    });
    if (document.activeElement === area) {
      load();
    }
  };

  document.querySelectorAll("textarea[data-terms]").forEach(attach);
})();

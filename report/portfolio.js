// A click on a heading of the table sorts it: numbers from the highest, texts from A.
(function () {
  var table = document.getElementById("heat");
  function value(body, at) {
    var cell = body.rows[0].cells[at];
    var number = parseFloat(cell.firstChild ? cell.firstChild.textContent.replace("−", "-").replace(/^[(（]/, "") : "");
    return at < 2 ? cell.textContent : number;
  }
  function sort(head, at) {
    var was = head.getAttribute("aria-sort");
    var down = was ? was === "ascending" : at > 1;
    table.querySelectorAll("th[aria-sort]").forEach(function (h) { h.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    Array.from(table.querySelectorAll("tbody:not(.left)")).map(function (body) {
      return { body: body, value: value(body, at) };
    }).sort(function (a, b) {
      if (at < 2) return (down ? -1 : 1) * a.value.localeCompare(b.value);
      if (isNaN(a.value) || isNaN(b.value)) return isNaN(a.value) - isNaN(b.value);
      return down ? b.value - a.value : a.value - b.value;
    }).forEach(function (row) { table.append(row.body); });
    table.querySelectorAll("tbody.left").forEach(function (body) { table.append(body); });
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (head, at) {
    var button = document.createElement("button");
    button.type = "button";
    while (head.firstChild) button.append(head.firstChild);
    head.append(button);
    button.addEventListener("click", function () { sort(head, at); });
  });
})();

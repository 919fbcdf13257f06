addEventListener("tirkeu-change", ({ detail: { verdict, counts } }) => {
  document.getElementById("said").textContent = `${verdict}: ${counts.unanswered}`;
});

// Starts the app. The page shows "Loading…" until then, and says so if it cannot start.
import init from "{{portal.js}}";

const loading = document.getElementById("loading");

try {
  await init({ module_or_path: "{{portal.wasm}}" });
  loading.remove();
} catch (error) {
  console.error(error);
  loading.setAttribute("role", "alert");
  loading.querySelector(".portal-loading__text").hidden = true;
  loading.querySelector(".portal-loading__failure").hidden = false;
}

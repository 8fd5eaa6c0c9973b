// A password may be looked at while it is typed; it is sent, and remembered by the browser, as a password.

export function startRevealing() {
  for (const field of document.querySelectorAll('input[type="password"]')) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet button--small field__show" });
    const set = (type) => {
      field.type = type;
      button.textContent = type === "password" ? "Show" : "Hide";
      button.title = `${button.textContent} the password`;
    };
    button.addEventListener("click", () => set(field.type === "password" ? "text" : "password"));
    field.form.addEventListener("submit", () => set("password"));
    field.after(button);
    set("password");
  }
}

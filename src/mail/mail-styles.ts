/** What colours and a narrow screen change in a mail: those of src/styles/tokens.css, as mail programs can read them. */
export const mailStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .label, .value { display: block !important; padding: 0 !important; }
  .value { padding-bottom: 10px !important; }
  .press, .other { display: block !important; margin-right: 0 !important; text-align: center; }
}
@media (prefers-color-scheme: dark) {
  .ground { background: #0f1916 !important; color: #f4ecdd !important; }
  .soft, .label { color: #c9cdbf !important; }
  .press { background: #a3d1bb !important; border-color: #a3d1bb !important; color: #0f1916 !important; }
  .other { color: #a3d1bb !important; border-color: #a3d1bb !important; }
  .rule { border-color: #2f423a !important; }
}
`;

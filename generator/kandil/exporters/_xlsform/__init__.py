"""Forms for KoBoToolbox and ODK Collect, as spreadsheets (XLSForm, https://xlsform.org)."""

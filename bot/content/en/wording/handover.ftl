### Data for another system: the choice of files, and the words inside the FHIR document.

handover-choose = <b>Data for another system</b>
    Health record: for a clinic or a health app (FHIR).
    Table: your log, for a spreadsheet (CSV).
    Calendar: your visits (.ics).
    Whoever has a file can read it.
    .low = <b>Data for another system</b>
    A health record, a table, or your calendar?
    .foggy = Which file?
handover-fhir = Health record
handover-table = Table
handover-calendar = Calendar
handover-export = Everything (zip)
handover-no-visits = No visit is planned, so there is no calendar file.
handover-nothing = Your log is still empty, so there is no table.
handover-button = Data for another system

## Inside the FHIR document: read by clinicians

fhir-self-reported = Self-reported by the patient with Sameside. No clinician has checked it.
fhir-allergies = Allergies and intolerances
fhir-medicines = Medications
fhir-problems = Problems
fhir-past = Past conditions
fhir-operations = Operations
fhir-tests = Tests and results, as told by the patient
fhir-devices = Medical devices
fhir-journal = Symptom journal
fhir-family = Family history
fhir-care-team = Care team
fhir-planned = Planned visits
fhir-story = What matters to the patient
fhir-none = The patient says there are none.
fhir-unknown = Unknown: the patient was not asked or has not said.
fhir-over = No longer: { $what }
fhir-helps = Helps: { $what }
fhir-avoid = Please do not: { $what }
fhir-logged = { $days ->
    [one] Logged as taken on 1 day: { $name }
   *[other] Logged as taken on { $days } days: { $name }
}
fhir-journal-days = { $observed ->
    [one] The patient logged on 1 day in this time.
   *[other] The patient logged on { $observed } days in this time.
}
fhir-journal-latest = Only the latest { $count } observations are listed one by one.
fhir-journal-line = { $name }: { $days } of { $observed } logged days
fhir-journal-line-worst = { $name }: { $days } of { $observed } logged days, worst { $worst } of 10

## Report between sessions
exports-report = 📑 Report between two sessions
report-ask-since = 📑 <b>Report</b>

    From which session on? What happened since it began will be in the report.
report-ask-until = 📑 <b>Report</b>

    Until the beginning of which session?
report-since-beginning = From the very beginning
report-until-today = Until now
report-ask-kind = 📑 <b>Report</b>

    As what? There are no names in it, and small groups are not shown by themselves.
report-pdf = 📕 PDF: to read
report-docx = 📘 DOCX: to edit
report-here = 📑 A report between sessions. There are no names in it, and small groups are shown only together.
report-title = What happened between sessions
report-subtitle = {$from} — {$to}
report-bound = {$title}, {$day}
report-from-beginning = From the beginning of the network
report-until-now = until now, {$day}
report-contents = Contents
report-people-heading = People
report-people = There { $count ->
        [one] is {$count} person
       *[other] are {$count} people
    } in the network now. { $joined ->
        [0] Nobody
        [one] {$joined} person
       *[other] {$joined} people
    } joined in this time.
report-sectors = By sector
report-regions = By region
report-groups-small = Groups are not shown by themselves: one of them has fewer than {$least} people.
report-proposals-heading = Proposals
report-proposals = { $count ->
        [one] {$count} proposal was
       *[other] {$count} proposals were
    } published in this time.
report-no-direction = Under no direction
report-more = And { $count ->
        [one] {$count} proposal
       *[other] {$count} proposals
    } more. All of them are in the table of proposals.
report-sums = Agree: {$agree}, disagree: {$disagree}, pass: {$passed}
report-unity-heading = What unites and what divides
report-as-of = As of {$day}.
report-votes-heading = Votes
report-no-votes = No vote was decided in this time.
report-won = Chosen
report-tied = Tied
report-decisions-heading = Decisions
report-no-decisions = Nothing was decided about proposals in this time.
report-chosen = Chosen
report-in-work = In work
report-done = Done
report-dropped = Put aside
report-next-heading = What comes next
report-no-next = The next session is not announced yet.

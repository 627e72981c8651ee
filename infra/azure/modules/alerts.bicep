@description('Ending of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Address that alerts go to.')
param address string

@description('Resource id of the workspace that Application Insights writes to.')
param workspaceId string

// How often the app's timers run, by the names of their functions: the longest silence that is still well, in hours.
var timers = 'datatable(Timer: string, Hours: int)["AnnounceLeftDecisions", 13, "TellOfStoppages", 13, "MeasureState", 13, "LetGoWhatIsDue", 26, "TellOfMailings", 26, "RemindOfLastWeek", 26, "ShareFiles", 8]'

// Each query gives a row for everything that is wrong; one row is enough.
var watches = [
  {
    name: 'stopped'
    title: 'a part of the programme has stopped'
    does: 'An orchestration failed and waits for a person. The committee has a mail with a button to go on; if nobody has it, sign in and see "What waits".'
    severity: 1
    window: 'PT6H'
    query: 'AppMetrics | where Name == "ilnp.orchestrations.failed" and Max > 0'
  }
  {
    name: 'errors'
    title: 'errors were logged'
    does: 'A function failed. Most are tried again by themselves; look into the logs when it comes again.'
    severity: 2
    window: 'PT1H'
    query: 'union (AppExceptions | project SeverityLevel), (AppTraces | project SeverityLevel) | where SeverityLevel >= 3'
  }
  {
    name: 'pages'
    title: 'people met errors'
    does: 'Requests were answered with 5xx. Whoever asked was told to try again.'
    severity: 1
    window: 'PT1H'
    query: 'AppRequests | where toint(ResultCode) >= 500 and not(Url endswith "/health/ready")'
  }
  {
    name: 'mails'
    title: 'mails do not leave'
    does: 'The mail service refused three mails or more within an hour, or broke off so that nobody knows. See "Mail" on the dashboard, and whether the key of the service still holds.'
    severity: 1
    window: 'PT1H'
    query: 'AppMetrics | where Name == "ilnp.mails" and tostring(Properties.result) in ("failed", "unknown", "refused") | summarize Mails = sum(Sum) | where Mails >= 3'
  }
  {
    name: 'throttled'
    title: 'storage is too busy'
    does: 'Storage asked the app to come later. Nothing is lost, it goes on by itself; when it stays so for hours, ask Azure support.'
    severity: 2
    window: 'PT1H'
    query: 'AppMetrics | where Name == "ilnp.storage.throttled" | summarize Times = sum(Sum) | where Times >= 20'
  }
  {
    name: 'timers'
    title: 'a timer no longer runs'
    does: 'A timer of the app was not run in time: mails of the night and deletions that are due stand still. Restart the app; if that does not help, deploy it again.'
    severity: 1
    window: 'P2D'
    query: 'let first = toscalar(AppRequests | summarize min(TimeGenerated)); ${timers} | join kind=leftouter (AppRequests | summarize Last = max(TimeGenerated) by Timer = OperationName) on Timer | where coalesce(Last, first) < now() - Hours * 1h'
  }
]

resource committee 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'ilnp'
    enabled: true
    emailReceivers: [{ name: 'administrator', emailAddress: address, useCommonAlertSchema: true }]
  }
}

// Once an hour is soon enough for a programme of months, and costs least. One that is standing is told once.
resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for watch in watches: {
    name: 'alert-${watch.name}-${name}'
    location: location
    tags: tags
    properties: {
      displayName: 'ILNP ${name}: ${watch.title}'
      description: watch.does
      severity: watch.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT1H'
      windowSize: watch.window
      // Before the app has sent anything, Azure would take names of columns for mistakes.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: watch.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [committee.id] }
      autoMitigate: true
    }
  }
]

@description('Resource id of the group that is told.')
output actionGroupId string = committee.id

@description('Ending of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Address that alerts go to.')
param address string

@description('Resource id of Application Insights.')
param telemetryId string

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

resource failures 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-failures-${name}'
  location: location
  tags: tags
  properties: {
    displayName: 'ILNP: something failed'
    description: 'Errors were logged: an orchestration failed, or a function did. The programme waits for a person there.'
    severity: 1
    enabled: true
    scopes: [telemetryId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'union exceptions, traces | where severityLevel >= 3'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [committee.id] }
    autoMitigate: false
  }
}

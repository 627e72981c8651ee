@description('Ending of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Address under which the app is asked, without a slash at its end.')
param appUrl string

@description('Resource id of Application Insights.')
param telemetryId string

@description('Resource id of the group that is told.')
param actionGroupId string

// Flex Consumption has no health check of its own. One place that asks each quarter of an hour is 2,900 questions a month; each costs.
resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'ready-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${telemetryId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'ready-${name}'
    Name: 'ready-${name}'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [{ Id: 'emea-nl-ams-azr' }]
    Request: { RequestUrl: '${appUrl}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-ready-${name}'
  location: 'global'
  tags: union(tags, { 'hidden-link:${telemetryId}': 'Resource', 'hidden-link:${ready.id}': 'Resource' })
  properties: {
    description: 'The app is not ready: open <address>/health/ready, which says in a sentence what fails. Nobody loses anything that was acknowledged.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [ready.id, telemetryId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: telemetryId
      failedLocationCount: 1
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

@description('Ending of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Object id of the identity that may send telemetry.')
param publisherPrincipalId string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int = 90

@description('Gigabytes of logs a day at most, so that a loop cannot run up a bill.')
@minValue(1)
param dailyCapGb int = 1

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { disableLocalAuth: true }
  }
}

resource telemetry 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: telemetry
  name: guid(telemetry.id, publisherPrincipalId, monitoringMetricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
    principalId: publisherPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Resource id of Application Insights.')
output id string = telemetry.id

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Where telemetry goes. It names the resource and opens nothing: sending takes the identity\'s role.')
output connectionString string = telemetry.properties.ConnectionString

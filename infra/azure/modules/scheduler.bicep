@description('Name of the scheduler.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Name of the task hub.')
param taskHub string

@description('Object id of the identity that the app runs as.')
param appPrincipalId string

@description('Client id of that identity.')
param appClientId string

var durableTaskDataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

// Open to all addresses, since a Flex Consumption app has none of its own; who comes in is decided by the role below.
resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    ipAllowlist: ['0.0.0.0/0']
  }

  resource hub 'taskHubs' = {
    name: taskHub
  }
}

resource mayRun 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler::hub
  name: guid(scheduler::hub.id, appPrincipalId, durableTaskDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', durableTaskDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('How the app finds the scheduler. It names an identity and holds no key.')
output connection string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${appClientId}'

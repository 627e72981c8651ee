import { formProviderType, mailType } from '../types.bicep'

@description('Name of the function app.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account of the host, the durable engine and the app.')
param storageName string

@description('Container that holds the app\'s package.')
param deploymentContainerUrl string

@description('Where telemetry goes.')
param telemetryConnectionString string

@description('Resource id of the workspace that takes what the host logs before telemetry works.')
param workspaceId string

@description('Name of the durable engine\'s task hub.')
param taskHub string

@description('How the app finds the Durable Task Scheduler; empty for the engine over the storage account.')
param schedulerConnection string

@description('Address of the vault, with a slash at its end.')
param vaultUrl string

@description('Address under which people reach the app; empty for the one that Azure gives it.')
param publicUrl string

@description('How mails leave the app.')
param mail mailType

@description('Id of the drive that the committee shares (a document library of SharePoint, or a OneDrive), into which the app writes roster, pairs, answers and report by its identity. Empty: none.')
param sharedDrive string

@description('Folder of that drive.')
param sharedFolder string

@description('Form providers whose webhooks are accepted.')
param formProviders formProviderType[]

@description('Id of the key that signs new links.')
param currentSigningKey string

@description('Ids of all keys whose links still hold.')
param signingKeys string[]

@description('Most instances at a time.')
param maximumInstances int

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
    }
  }

  // Deployment by identity only: no publishing passwords.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
  }
}

var address = empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl

module settings 'settings.bicep' = {
  params: {
    appName: app.name
    identityClientId: identityClientId
    storageName: storageName
    telemetryConnectionString: telemetryConnectionString
    vaultUrl: vaultUrl
    publicUrl: address
    taskHub: taskHub
    schedulerConnection: schedulerConnection
    mail: mail
    formProviders: formProviders
    sharedDrive: sharedDrive
    sharedFolder: sharedFolder
    currentSigningKey: currentSigningKey
    signingKeys: signingKeys
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Address under which people reach the app.')
output publicUrl string = address

@description('Address that Azure gives the app.')
output url string = 'https://${app.properties.defaultHostName}'

@description('Names of the secrets that the app reads from the vault.')
output secrets string[] = settings.outputs.secrets

targetScope = 'subscription'

import { formProviderType, mailType } from 'types.bicep'

metadata description = 'ILNP Functions in Azure: one Flex Consumption function app with its storage, vault and telemetry, all by managed identity.'

@description('Short name of the environment, for instance "prod" or "test". Part of all names.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Azure region of everything. Flex Consumption must be offered there.')
param location string

@description('Address under which people reach the app, for the links in mails, for instance "https://ilnp.example.org". Empty: the address that Azure gives the app.')
param publicUrl string = ''

@description('How mails leave the app.')
param mail mailType

@description('Id of the drive that the committee shares (a document library of SharePoint, or a OneDrive), into which the app writes roster, pairs, answers and report by its identity. Empty: none.')
param sharedDrive string = ''

@description('Folder of that drive.')
param sharedFolder string = 'ILNP'

@description('Form providers whose webhooks are accepted, by their names in the webhook\'s address. The secret agreed with each is the vault\'s secret "intake-<name>".')
param formProviders formProviderType[] = []

@description('Id of the key that signs new links; its secret is the vault\'s secret "approvals-<id>".')
param currentSigningKey string = 'first'

@description('Ids of all keys whose links still hold, the current one included.')
param signingKeys string[] = [currentSigningKey]

@description('Address that alerts and the budget\'s mails go to. Empty: neither.')
param alertAddress string = ''

@description('Whether alerts watch the app. They cost some dollars a month, which a trial may spare.')
param watched bool = true

@description('Most that everything should cost in a month, in the currency of the subscription; mails go out at half of it, at all of it, and when it will be passed.')
@minValue(1)
param budget int = 10

@description('First day of the month in which the budget is first made, for instance "2027-01-01"; keep it from then on. Empty: no budget.')
param budgetStart string = ''

@description('Where the durable engine keeps running programmes: in the storage account, or in a Durable Task Scheduler. Never change it while a cohort runs.')
@allowed(['azure-storage', 'scheduler'])
param durableStorage string = 'azure-storage'

@description('Name of the task hub. A new name is an empty hub: cohorts that run in the old one stand still until the name is set back.')
@minLength(3)
@maxLength(45)
param taskHub string = 'IlnpHub'

@description('Copies of the data: in three buildings of the region (ZRS) or in one (LRS, which costs less).')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param redundancy string = 'Standard_ZRS'

@description('The GitHub repository whose workflow deploys, for instance "library/ilnp". Empty: none.')
param githubRepository string = ''

@description('The environment of that repository in which the workflow may deploy here.')
param githubEnvironment string = environmentName

@description('Object id of the person or group that may write secrets into the vault. Empty: nobody is given that role here.')
param operatorPrincipalId string = ''

@description('Most instances that Azure may run at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Tags of every resource.')
param tags object = {}

var allTags = union({ application: 'ilnp-functions', environment: environmentName }, tags)
var suffix = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-ilnp-${environmentName}'
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-ilnp-${environmentName}'
    location: location
    tags: allTags
  }
}

module telemetry 'modules/telemetry.bicep' = {
  scope: group
  params: {
    name: 'ilnp-${environmentName}'
    location: location
    tags: allTags
    publisherPrincipalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stilnp${suffix}'
    location: location
    tags: allTags
    appPrincipalId: identity.outputs.principalId
    redundancy: redundancy
    hasTaskHub: durableStorage == 'azure-storage'
    workspaceId: telemetry.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableStorage == 'scheduler') {
  scope: group
  params: {
    name: 'dts-ilnp-${suffix}'
    location: location
    tags: allTags
    taskHub: taskHub
    appPrincipalId: identity.outputs.principalId
    appClientId: identity.outputs.clientId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-ilnp-${suffix}'
    location: location
    tags: allTags
    readerPrincipalId: identity.outputs.principalId
    writerPrincipalId: operatorPrincipalId
    workspaceId: telemetry.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-ilnp-${environmentName}-${suffix}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    deploymentContainerUrl: storage.outputs.deploymentContainerUrl
    telemetryConnectionString: telemetry.outputs.connectionString
    workspaceId: telemetry.outputs.workspaceId
    taskHub: taskHub
    schedulerConnection: scheduler.?outputs.connection ?? ''
    vaultUrl: vault.outputs.url
    publicUrl: publicUrl
    mail: mail
    formProviders: formProviders
    sharedDrive: sharedDrive
    sharedFolder: sharedFolder
    currentSigningKey: currentSigningKey
    signingKeys: signingKeys
    maximumInstances: maximumInstances
  }
}

module alerts 'modules/alerts.bicep' = if (watched && !empty(alertAddress)) {
  scope: group
  params: {
    name: 'ilnp-${environmentName}'
    location: location
    tags: allTags
    address: alertAddress
    workspaceId: telemetry.outputs.workspaceId
  }
}

module availability 'modules/availability.bicep' = if (watched && !empty(alertAddress)) {
  scope: group
  params: {
    name: 'ilnp-${environmentName}'
    location: location
    tags: allTags
    appUrl: app.outputs.publicUrl
    telemetryId: telemetry.outputs.id
    actionGroupId: alerts!.outputs.actionGroupId
  }
}

module spending 'modules/budget.bicep' = if (!empty(alertAddress) && !empty(budgetStart)) {
  scope: group
  params: {
    name: 'ilnp-${environmentName}'
    amount: budget
    start: budgetStart
    address: alertAddress
  }
}

module delivery 'modules/delivery.bicep' = if (!empty(githubRepository)) {
  scope: group
  params: {
    name: 'id-ilnp-${environmentName}-deploys'
    location: location
    tags: allTags
    repository: githubRepository
    githubEnvironment: githubEnvironment
    appName: app.outputs.name
  }
}

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('Address that Azure gives the app.')
output FUNCTION_APP_URL string = app.outputs.url

@description('Address under which people reach the app.')
output ILNP_ADDRESS string = app.outputs.publicUrl

@description('Names of the secrets that the app reads from the vault.')
output ILNP_SECRETS string = join(app.outputs.secrets, ' ')

@description('Client id that the workflow signs in with; empty without a repository.')
output GITHUB_CLIENT_ID string = delivery.?outputs.clientId ?? ''

@description('Name of the vault that takes the secrets.')
output KEY_VAULT_NAME string = vault.outputs.name

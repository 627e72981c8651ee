import { formProviderType, mailType } from '../types.bicep'

@description('Name of the function app.')
param appName string

@description('Client id of the identity that the app runs as.')
param identityClientId string

@description('Storage account of the host, the durable engine and the app.')
param storageName string

@description('Where telemetry goes.')
param telemetryConnectionString string

@description('Address of the vault, with a slash at its end.')
param vaultUrl string

@description('Name of the durable engine\'s task hub.')
param taskHub string

@description('How the app finds the Durable Task Scheduler; empty for the engine over the storage account.')
param schedulerConnection string

@description('Address under which people reach the app.')
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

func secret(vaultUrl string, name string) string => '@Microsoft.KeyVault(SecretUri=${vaultUrl}secrets/${name})'

// A double underscore stands for the colon between a section and its option.
var host = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // host.json has no tracing, since elsewhere there is nowhere to send it.
  AzureFunctionsJobHost__extensions__durableTask__tracing__version: 'V2'
}

// A setting beats host.json. The engine's other settings there are for storage, and the scheduler passes over them.
var hub = { AzureFunctionsJobHost__extensions__durableTask__hubName: taskHub }
var scheduler = empty(schedulerConnection)
  ? {}
  : {
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: schedulerConnection
    }

var programme = {
  Web__PublicUrl: publicUrl
  Approvals__CurrentKey: currentSigningKey
  Intake__IdentityKey: secret(vaultUrl, 'intake-identity-key')
}

var approvals = toObject(signingKeys, id => 'Approvals__SigningKeys__${id}', id => secret(vaultUrl, 'approvals-${id}'))

// Names of settings hold no dashes; the app reads an underscore as one.
var intake = toObject(
  formProviders,
  provider => 'Intake__Secrets__${replace(provider, '-', '_')}',
  provider => secret(vaultUrl, 'intake-${provider}')
)

var from = {
  Mail__Sender: mail.sender
  Mail__From__Essential: mail.from.essential
  Mail__From__Optional: mail.from.optional
}

var sendGrid = mail.sender == 'sendgrid'
  ? {
      SendGrid__ApiKey: secret(vaultUrl, 'sendgrid-api-key')
      SendGrid__WebhookPublicKey: mail.webhookPublicKey
      SendGrid__Host: mail.?host ?? 'https://api.sendgrid.com'
    }
  : {}

var graph = mail.sender == 'graph' ? { Graph__Mailbox: mail.mailbox, Graph__PerMinute: string(mail.?perMinute ?? 30) } : {}

var drive = empty(sharedDrive) ? {} : { Drive__Kind: 'graph', Drive__DriveId: sharedDrive, Drive__Folder: sharedFolder }

var smtp = mail.sender == 'smtp'
  ? {
      Smtp__Host: mail.host
      Smtp__User: mail.user
      Smtp__Password: secret(vaultUrl, 'smtp-password')
      Smtp__Security: mail.?security ?? 'starttls'
      Smtp__Port: mail.?security == 'tls' ? '465' : '587'
      Smtp__PerMinute: string(mail.?perMinute ?? 30)
    }
  : {}

var secretOfMail = { sendgrid: ['sendgrid-api-key'], smtp: ['smtp-password'], graph: [] }

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(host, hub, scheduler, programme, approvals, intake, from, sendGrid, graph, smtp, drive)
  }
}

@description('Names of the secrets that these settings name.')
output secrets string[] = concat(
  ['intake-identity-key'],
  map(signingKeys, id => 'approvals-${id}'),
  map(formProviders, provider => 'intake-${provider}'),
  secretOfMail[mail.sender]
)

using 'main.bicep'

// All values come from the environment: azd keeps them (azd env set NAME value), one set for each environment. ./check-settings says
// what is missing or wrong in them before anything is made; README.md says what each is.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param publicUrl = readEnvironmentVariable('ILNP_PUBLIC_URL', '')

param alertAddress = readEnvironmentVariable('ILNP_ALERT_ADDRESS', '')
param watched = readEnvironmentVariable('ILNP_WATCHED', 'true') == 'true'
param budget = int(readEnvironmentVariable('ILNP_BUDGET', '10'))
param budgetStart = readEnvironmentVariable('ILNP_BUDGET_START', '')

var providers = readEnvironmentVariable('ILNP_FORM_PROVIDERS', '')
param formProviders = empty(providers) ? [] : split(providers, ' ')
param currentSigningKey = readEnvironmentVariable('ILNP_CURRENT_SIGNING_KEY', 'first')
param signingKeys = split(readEnvironmentVariable('ILNP_SIGNING_KEYS', 'first'), ' ')

param sharedDrive = readEnvironmentVariable('ILNP_SHARED_DRIVE', '')
param sharedFolder = readEnvironmentVariable('ILNP_SHARED_FOLDER', 'ILNP')

var sender = readEnvironmentVariable('ILNP_MAIL_SENDER', 'sendgrid')
// Exchange Online takes thirty mails a minute; ask the provider what it takes.
var perMinute = int(readEnvironmentVariable('ILNP_MAIL_PER_MINUTE', '30'))
var from = {
  essential: readEnvironmentVariable('ILNP_FROM_ESSENTIAL', 'programme@example.org')
  optional: readEnvironmentVariable('ILNP_FROM_OPTIONAL', 'news@example.org')
}
param mail = sender == 'smtp'
  ? {
      sender: 'smtp'
      from: from
      host: readEnvironmentVariable('ILNP_SMTP_HOST', '')
      user: readEnvironmentVariable('ILNP_SMTP_USER', '')
      security: readEnvironmentVariable('ILNP_SMTP_SECURITY', 'starttls')
      perMinute: perMinute
    }
  : sender == 'graph'
      ? {
          sender: 'graph'
          from: from
          mailbox: readEnvironmentVariable('ILNP_GRAPH_MAILBOX', '')
          perMinute: perMinute
        }
      : {
          sender: 'sendgrid'
          from: from
          host: readEnvironmentVariable('ILNP_SENDGRID_HOST', 'https://api.sendgrid.com')
          webhookPublicKey: readEnvironmentVariable('ILNP_SENDGRID_WEBHOOK_KEY', '')
        }

param durableStorage = readEnvironmentVariable('ILNP_DURABLE_STORAGE', 'azure-storage')
param taskHub = readEnvironmentVariable('ILNP_TASK_HUB', 'IlnpHub')
param redundancy = readEnvironmentVariable('ILNP_REDUNDANCY', 'Standard_ZRS')
param githubRepository = readEnvironmentVariable('ILNP_GITHUB_REPOSITORY', '')
param githubEnvironment = readEnvironmentVariable('ILNP_GITHUB_ENVIRONMENT', environmentName)

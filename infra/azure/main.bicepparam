using 'main.bicep'

// A sample: copy it, one file for each environment, or set the variables that azd sets.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param publicUrl = readEnvironmentVariable('ILNP_PUBLIC_URL', '')
param operatorPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param alertAddress = readEnvironmentVariable('ILNP_ALERT_ADDRESS', '')
param formProviders = ['typeform', 'tally']
param mail = {
  sender: 'sendgrid'
  webhookPublicKey: readEnvironmentVariable('ILNP_SENDGRID_WEBHOOK_KEY', '')
  from: {
    essential: readEnvironmentVariable('ILNP_FROM_ESSENTIAL', 'programme@example.org')
    optional: readEnvironmentVariable('ILNP_FROM_OPTIONAL', 'news@example.org')
  }
}

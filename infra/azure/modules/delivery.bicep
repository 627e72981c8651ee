@description('Name of the identity that the workflow deploys as.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

@description('The GitHub repository, for instance "library/ilnp".')
param repository string

@description('The environment of the repository in which the workflow may deploy.')
param githubEnvironment string

@description('Name of the function app that it deploys to.')
param appName string

var websiteContributor = 'de139f84-1756-47ae-9be6-808fbbe84772'

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags

  // No password: GitHub vouches for a run of this repository in this environment, and Azure believes it for some minutes.
  resource github 'federatedIdentityCredentials' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:${repository}:environment:${githubEnvironment}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource mayDeploy 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: app
  name: guid(app.id, identity.id, websiteContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', websiteContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Client id that the workflow signs in with.')
output clientId string = identity.properties.clientId

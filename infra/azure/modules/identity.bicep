@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags object

// The app's own identity, made before the app, so that its roles are there when the app first starts.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Client id, by which the app asks for tokens.')
output clientId string = identity.properties.clientId

@description('Object id, which roles are given to.')
output principalId string = identity.properties.principalId

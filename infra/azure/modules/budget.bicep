@description('Name of the budget.')
param name string

@description('Most that the resource group should cost in a month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the month in which the budget was first made, for instance "2027-01-01". Azure takes no other later.')
param start string

@description('Address that hears of it.')
param address string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: [address]
      }
      whole: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [address]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 120
        thresholdType: 'Forecasted'
        contactEmails: [address]
      }
    }
  }
}

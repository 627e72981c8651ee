@export()
@description('How mails leave the app.')
@discriminator('sender')
type mailType = sendGridType | graphType | smtpType

@export()
@description('Providers of forms whose webhooks the app understands.')
type formProviderType = 'formbricks' | 'google-forms' | 'jotform' | 'microsoft-forms' | 'tally' | 'typeform'

@description('Mail through SendGrid; its key is the vault\'s secret "sendgrid-api-key".')
type sendGridType = {
  @description('Which sender.')
  sender: 'sendgrid'

  @description('Addresses that mails come from.')
  from: fromType

  @description('The verification key of SendGrid\'s signed event webhook, base64, as SendGrid shows it. No secret.')
  webhookPublicKey: string

  @description('Address of the API, "https://api.eu.sendgrid.com" to keep mail in the European Union.')
  host: string?
}

@description('Mail through Microsoft Graph from the committee\'s mailbox, by the app\'s identity, which needs the right Mail.Send for that mailbox.')
type graphType = {
  @description('Which sender.')
  sender: 'graph'

  @description('Addresses that mails come from.')
  from: fromType

  @description('Address of the mailbox that sends.')
  mailbox: string

  @description('How many mails it takes in a minute; 30 when nothing is said, as Exchange Online does.')
  perMinute: int?
}

@description('Mail through a mail server; its password is the vault\'s secret "smtp-password".')
type smtpType = {
  @description('Which sender.')
  sender: 'smtp'

  @description('Addresses that mails come from.')
  from: fromType

  @description('Name of the server.')
  host: string

  @description('Name that the app signs in with.')
  user: string

  @description('Port 587 with starttls (the default) or 465 with tls.')
  security: 'starttls' | 'tls'?

  @description('How many mails it takes in a minute; 30 when nothing is said, as Exchange Online does.')
  perMinute: int?
}

@description('Two addresses, so that complaints about news do not harm the delivery of what people need.')
type fromType = {
  @description('Address of mails that people need.')
  essential: string

  @description('Address of mails that people can unsubscribe from.')
  optional: string
}

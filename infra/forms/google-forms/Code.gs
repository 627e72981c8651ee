/**
 * Sends each answer of this Google Form to the programme, signed, and sends again what did not arrive.
 *
 * Script properties (Project settings):
 *   ILNP_URL     https://<app>/hooks/<cohort>/google-forms
 *   ILNP_SECRET  the secret of this cohort: https://<app>/cohorts/<cohort>/questions shows both
 *
 * Run install() once. Nothing but ids of unsent answers is kept here.
 */

var PENDING = 'ILNP_PENDING';
var TRIES = 3;
/** Script properties hold 9 kB in one value; when more than this is unsent, run sendAll() after the repair. */
var MOST_PENDING = 80;

/** Makes the two triggers, in place of earlier ones. */
function install() {
  ScriptApp.getProjectTriggers().forEach(function (trigger) { ScriptApp.deleteTrigger(trigger); });
  ScriptApp.newTrigger('onAnswer').forForm(FormApp.getActiveForm()).onFormSubmit().create();
  ScriptApp.newTrigger('resend').timeBased().everyMinutes(10).create();
}

/** Runs when somebody submits the form. */
function onAnswer(event) {
  var lock = LockService.getScriptLock();
  lock.waitLock(30000);
  try {
    if (!send_(event.response)) remember_(event.response.getId());
  } finally {
    lock.releaseLock();
  }
}

/** Runs every ten minutes: sends what did not arrive. The app takes an answer that comes twice as one. */
function resend() {
  var lock = LockService.getScriptLock();
  if (!lock.tryLock(1000)) return;
  try {
    var form = FormApp.getActiveForm();
    save_(pending_().filter(function (id) {
      var response = find_(form, id);
      return response !== null && !send_(response);
    }));
  } finally {
    lock.releaseLock();
  }
}

/** Sends all answers of the form: by hand, for a form that was open before the script was installed. */
function sendAll() {
  FormApp.getActiveForm().getResponses().forEach(function (response) {
    if (!send_(response)) remember_(response.getId());
  });
}

/** Null for an answer that somebody deleted meanwhile. */
function find_(form, id) {
  try {
    return form.getResponse(id);
  } catch (error) {
    console.warn('An unsent answer is not there any more: %s', error.message);
    return null;
  }
}

/** True when the app has taken the answer. */
function send_(response) {
  var settings = PropertiesService.getScriptProperties();
  var body = JSON.stringify(message_(response));
  for (var attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) Utilities.sleep(1000 * Math.pow(4, attempt));
    var timestamp = String(Math.floor(Date.now() / 1000));
    try {
      var answer = UrlFetchApp.fetch(settings.getProperty('ILNP_URL'), {
        method: 'post',
        contentType: 'application/json; charset=utf-8',
        payload: Utilities.newBlob(body).getBytes(),
        headers: { 'X-Ilnp-Timestamp': timestamp, 'X-Ilnp-Signature': 'sha256=' + signature_(timestamp + '.' + body, settings.getProperty('ILNP_SECRET')) },
        muteHttpExceptions: true
      });
      var code = answer.getResponseCode();
      if (code >= 200 && code < 300) return true;
      console.warn('The programme answered %s', code);
      // Too long an answer stays too long; everything else may pass or be repaired.
      if (code === 413) return true;
    } catch (error) {
      console.warn('The programme was not reached: %s', error.message);
    }
  }
  return false;
}

/** The answer in the programme's shape. A changed answer keeps its id in Google Forms, so its time is added to it. */
function message_(response) {
  var at = response.getTimestamp().toISOString();
  var answers = response.getItemResponses().map(function (item) {
    var value = item.getResponse();
    return { title: item.getItem().getTitle(), value: Array.isArray(value) ? value.filter(Boolean).map(String) : String(value) };
  });
  var email = response.getRespondentEmail();
  if (email) answers.unshift({ title: 'Email Address', value: email });
  return { formId: FormApp.getActiveForm().getId(), responseId: response.getId() + '@' + at, submittedAt: at, answers: answers };
}

/** Hex HMAC-SHA256 over the text in UTF-8. */
function signature_(text, secret) {
  return Utilities.computeHmacSha256Signature(text, secret, Utilities.Charset.UTF_8)
    .map(function (octet) { return ('0' + (octet & 255).toString(16)).slice(-2); })
    .join('');
}

function pending_() {
  return JSON.parse(PropertiesService.getScriptProperties().getProperty(PENDING) || '[]');
}

function remember_(id) {
  var ids = pending_();
  if (ids.indexOf(id) < 0) ids.push(id);
  save_(ids.slice(-MOST_PENDING));
}

function save_(ids) {
  PropertiesService.getScriptProperties().setProperty(PENDING, JSON.stringify(ids));
}

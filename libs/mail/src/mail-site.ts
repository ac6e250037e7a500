/** What a mail says of the site that it comes from. */
export interface MailSite {
  /** The `From` of every mail. */
  from: string;
  /** The host after the @ in ids of mails and lists. */
  domain: string;
  /** Where replies and bounces go; `undefined` where none are read. */
  inbound: string | undefined;
}

/** The site as its settings have it. */
export function mailSite(settings: {
  PUBLIC_URL: string;
  MAIL_FROM?: string | undefined;
  MAIL_DOMAIN?: string | undefined;
  INBOUND_DOMAIN?: string | undefined;
}): MailSite {
  const domain = settings.MAIL_DOMAIN ?? new URL(settings.PUBLIC_URL).hostname;
  return { from: settings.MAIL_FROM ?? `Catena <catena@${domain}>`, domain, inbound: settings.INBOUND_DOMAIN };
}

import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Column } from '@react-email/column';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Row } from '@react-email/row';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { Block, HeatPart, MailDocument, Run } from '../document.ts';
import { DAY, nightStyles } from './colours.ts';

const SANS = "Inter,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const SERIF = "'Source Serif 4',Georgia,'Times New Roman',serif";
const text = { margin: 0, fontFamily: SANS, fontSize: '16px', lineHeight: '25px', color: DAY.ink } as const;
const small = { ...text, fontSize: '14px', lineHeight: '21px', color: DAY.soft } as const;

/** One column of tables and inline styles, as Outlook, Gmail and Apple Mail need it; no picture, no script. */
export function Mail({ mail }: { mail: MailDocument }) {
  return (
    <Html lang={mail.language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{mail.subject}</title>
        <style>{nightStyles()}</style>
      </Head>
      <Preview>{mail.lead}</Preview>
      <Body className="page" style={{ margin: 0, padding: '28px 12px', backgroundColor: DAY.page }}>
        <Container
          className="card"
          style={{
            maxWidth: '640px',
            padding: '34px 36px',
            backgroundColor: DAY.card,
            border: `1px solid ${DAY.line}`,
            borderRadius: '12px',
          }}
        >
          <Text className="soft" style={small}>
            {mail.eyebrow}
          </Text>
          <Heading
            as="h1"
            className="ink"
            style={{
              ...text,
              margin: '6px 0 8px',
              fontFamily: SERIF,
              fontSize: '24px',
              lineHeight: '31px',
              fontWeight: 600,
            }}
          >
            {mail.headline}
          </Heading>
          <Text className="soft" style={small}>
            {mail.lead}
          </Text>
          {mail.blocks.map((block, index) => (
            <BlockView key={index} block={block} />
          ))}
          <Text className="soft" style={{ ...small, marginTop: '28px' }}>
            <Runs runs={mail.footer} />
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'rule':
      return <Hr className="rule" style={{ margin: '28px 0 22px', borderColor: DAY.line }} />;
    case 'label':
      return (
        <Heading
          as="h2"
          className="soft"
          style={{
            ...small,
            margin: '0 0 10px',
            fontSize: '13px',
            fontWeight: 600,
            letterSpacing: '0.4px',
            textTransform: 'uppercase',
          }}
        >
          {block.text}
        </Heading>
      );
    case 'quote':
      return (
        <Text
          className="quote"
          style={{
            ...text,
            margin: '0 0 6px',
            padding: '2px 0 2px 14px',
            borderLeft: `4px solid ${DAY.bar}`,
            fontFamily: SERIF,
            fontStyle: 'italic',
            color: DAY.quote,
          }}
        >
          {block.text}
        </Text>
      );
    case 'text':
      return (
        <Text className="ink" style={{ ...text, margin: '0 0 14px' }}>
          <Runs runs={block.runs} />
        </Text>
      );
    case 'heat':
      return <Heat parts={block.parts} />;
    case 'button':
      return (
        <Section style={{ marginTop: '22px' }}>
          <Button
            className="button"
            href={block.href}
            style={{
              ...text,
              padding: '11px 18px',
              borderRadius: '8px',
              backgroundColor: DAY.accent,
              color: DAY.accentInk,
              fontWeight: 600,
              textDecoration: 'none',
            }}
          >
            {block.text}
          </Button>
        </Section>
      );
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => {
    return <RunView key={index} run={run} />;
  });
}

function RunView({ run }: { run: Run }) {
  if (typeof run === 'string') return run;
  switch (run.kind) {
    case 'bold':
      return <b>{run.text}</b>;
    case 'question':
      return (
        <span className="question" style={{ color: DAY.question }}>
          {run.text}
        </span>
      );
    case 'link':
      return (
        <Link className="accent" href={run.href} style={{ color: DAY.accent, fontWeight: 600, textDecoration: 'none' }}>
          {run.text}
        </Link>
      );
    case 'name':
      return (
        <Link
          className="chip"
          href={run.href}
          style={{
            padding: '1px 7px',
            borderRadius: '5px',
            backgroundColor: DAY.chip,
            color: DAY.accent,
            fontSize: '13px',
            fontWeight: 600,
            textDecoration: 'none',
            whiteSpace: 'nowrap',
          }}
        >
          {run.text}
        </Link>
      );
  }
}

/** A strip of table cells, as wide as the sections are long: no picture that a client could hold back. */
function Heat({ parts }: { parts: readonly HeatPart[] }) {
  const most = Math.max(...parts.map(({ heat }) => heat));
  const widthOf = ({ width }: HeatPart) => `${Math.max(2, Math.round(width * 100))}%`;
  return (
    <Section style={{ marginTop: '12px' }}>
      <Row>
        {parts.map((part) => (
          <Column
            key={part.title}
            className={`rule heat-${part.heat}`}
            width={widthOf(part)}
            style={{
              width: widthOf(part),
              height: '32px',
              backgroundColor: DAY.heat[part.heat],
              borderRight: `2px solid ${DAY.card}`,
              fontSize: '1px',
              lineHeight: '1px',
            }}
          >
            &nbsp;
          </Column>
        ))}
      </Row>
      <Row>
        {parts.map((part) => (
          <Column
            key={part.title}
            className={`part ${part.heat === most && most > 0 ? 'ink' : 'soft'}`}
            width={widthOf(part)}
            style={{
              ...small,
              paddingTop: '5px',
              paddingRight: '4px',
              fontSize: '12px',
              lineHeight: '15px',
              verticalAlign: 'top',
              ...(part.heat === most && most > 0 ? { color: DAY.ink, fontWeight: 700 } : {}),
            }}
          >
            {shortTitle(part)}
          </Column>
        ))}
      </Row>
    </Section>
  );
}

/** As much of a title as its part of the strip has room for. */
function shortTitle({ title, width }: HeatPart): string {
  const room = Math.max(5, Math.floor(width * 100));
  if (title.length <= room) return title;
  const words = title.slice(0, room + 1).split(' ');
  const whole = words.slice(0, -1).join(' ');
  return whole || `${title.slice(0, room - 1)}.`;
}

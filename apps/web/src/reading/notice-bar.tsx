import { useSession, useUi } from './session.ts';

/** What just happened, for a few seconds, with the way to undo it. */
export function NoticeBar() {
  const { ui } = useSession();
  const notice = useUi((it) => it.notice);
  const act = () => {
    notice?.action?.run();
    ui.update((was) => (was.notice?.id === notice?.id ? { ...was, notice: undefined } : was));
  };
  return (
    <div className="notice-place" role="status">
      {notice && (
        <div className="notice" key={notice.id}>
          <span>{notice.text}</span>
          {notice.action && (
            <button type="button" onClick={act}>
              {notice.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

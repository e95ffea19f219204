package org.qingyuan.casework.cases;

import org.qingyuan.access.Role;

/// What the page of the states calls each thing, in both languages. A new row is not compiled before it has its words.
///
/// @param zh Chinese
/// @param en English
record PageWords(String zh, String en) {
    static PageWords of(State state) {
        return switch (state) {
            case SUSPECTED -> both("疑似", "found, nobody has looked yet");
            case UNDER_CHECK -> both("核查", "somebody looks at the host or the account");
            case CONFIRMED -> both("确认", "found right");
            case DISMISSED -> both("排除", "found wrong; the matter rests for a while");
            case NOTIFIED -> both("已通报（已公告）", "told, and has time to answer");
            case RESPONDED -> both("已反馈", "answered");
            case OVERDUE -> both("逾期", "the time to answer went by");
            case DISPOSITION_PROPOSED -> both("处置待批", "measures are proposed");
            case DISPOSITION_APPROVED -> both("处置已批", "measures are approved by a second person");
            case EXECUTED -> both("已处置", "measures are carried out");
            case VERIFYING -> both("复测", "watched whether it comes back");
            case CLOSED -> both("销号", "closed");
            case RECURRED -> both("复发", "it came back after the measures");
            case WITHDRAWN -> both("撤回", "taken back");
            case MERGED -> both("并案", "goes on as another case");
        };
    }

    static PageWords of(Event event) {
        return switch (event) {
            case OPEN -> both("立案", "a case is opened");
            case ATTACH -> both("并入新发现", "further findings came");
            case LEARN_ORGANISATION -> both("查明单位", "the organisation was learned");
            case ASSIGN -> both("指派", "somebody is named for the next thing");
            case CHECK -> both("开始核查", "the check begins");
            case FILE -> both("登记核查情况", "what was seen is filed");
            case CONFIRM -> both("确认", "found right");
            case DISMISS -> both("排除", "found wrong");
            case NOTIFY -> both("通报（公告）", "the party is told");
            case DELIVER -> both("登记送达结果", "whether the notice arrived");
            case REMIND -> both("提醒", "a reminder goes out");
            case RESPOND -> both("反馈", "the party answers");
            case GRANT_REQUEST -> both("同意所提请求", "what the party asked for is granted");
            case REFUSE_REQUEST -> both("不同意所提请求", "what the party asked for is refused");
            case LAPSE -> both("到期未反馈", "the time to answer is over");
            case ESCALATE -> both("上报", "somebody above is told that time is over");
            case LEAVE_OUT -> both("不列入批次", "not in the batch");
            case PROPOSE -> both("提出处置", "measures are proposed");
            case APPROVE -> both("批准处置", "measures are approved");
            case REJECT -> both("驳回处置", "measures are rejected");
            case EXECUTE -> both("执行处置", "measures are carried out");
            case VERIFY -> both("开始复测", "the re-test begins");
            case QUIET -> both("复测未再发现", "the re-test found nothing, and would have seen it");
            case RECUR -> both("复发", "it came back");
            case CLOSE -> both("销号", "closed");
            case KEEP -> both("因本人动账保留", "the holder's own transaction settles it");
            case WITHDRAW -> both("撤回", "taken back");
            case MERGE -> both("并案", "goes on as another case");
            case APPEAL -> both("申诉", "an appeal");
            case GRANT_APPEAL -> both("支持申诉", "the appeal is granted");
            case REFUSE_APPEAL -> both("驳回申诉", "the appeal is refused");
            case PROPOSE_INTERIM -> both("提出临时措施", "an interim measure is proposed");
            case APPROVE_INTERIM -> both("批准临时措施", "an interim measure is approved");
            case REJECT_INTERIM -> both("驳回临时措施", "an interim measure is rejected");
            case LIFT_INTERIM -> both("解除临时措施", "an interim measure is lifted");
            case LAPSE_INTERIM -> both("临时措施到期", "an interim measure lapses");
            case CHANGE_POLICY -> both("改用另一版依据包", "another version of the pack holds from now on");
        };
    }

    static PageWords of(Role role) {
        return switch (role) {
            case ANALYST -> both("研判员", "analyst");
            case MAKER -> both("提出人", "maker");
            case CHECKER -> both("批准人", "checker");
            case AUDITOR -> both("审计员", "auditor");
            case ORGANISATION -> both("单位", "organisation");
            case HOLDER -> both("存款人", "holder");
            case SYSTEM -> both("系统时钟", "the program's clock");
        };
    }

    static PageWords of(Guard guard) {
        return switch (guard) {
            case REASON_GIVEN -> both("写明理由", "a reason is given");
            case GROUND_TO_ACCUSE ->
                both(
                        "有能够立案的发现，或有人举报；仅有尝试或未确认的会话不够",
                        "findings that open a case, or a person's report; attempts and unconfirmed sessions do not suffice");
            case ADDRESSEE_KNOWN -> both("知道通报发给哪个单位或哪位存款人", "the organisation or the holder is known");
            case MEASURES_NAMED -> both("写明措施", "measures are named");
            case NO_OPEN_APPEAL -> both("没有未决的申诉", "no appeal is open");
            case APPEAL_OPEN -> both("有未决的申诉", "an appeal is open");
            case ANSWERED -> both("当事方已经反馈", "the party has answered");
            case NOT_ANSWERED -> both("当事方没有反馈", "the party has not answered");
            case REQUEST_OPEN -> both("有未答复的请求", "a request has no answer yet");
            case REQUEST_ANSWERED ->
                both("请求已经答复，或所提处置正是所求", "what the party asked for has its answer, or is what is proposed");
            case DEADLINE_PASSED -> both("期限已到", "the time that was given is over");
            case VERSION_SEEN ->
                both("写明所看的版本，且此后没有新的步骤", "names the version that was seen, and nothing happened since");
            case NOT_OWN_PROPOSAL -> both("不是提出处置的人", "not who proposed the measures");
            case NOT_OWN_INTERIM -> both("不是提出临时措施的人", "not who proposed the interim measure");
            case NOT_INVOLVED -> both("既没有提出也没有批准处置", "neither proposed nor approved the measures");
            case NO_INTERIM -> both("没有也不曾有过临时措施", "there is no interim measure and was none");
            case INTERIM_PROPOSED -> both("临时措施待批", "an interim measure is proposed");
            case INTERIM_IN_FORCE -> both("临时措施生效中", "an interim measure is in force");
            case INTERIM_OVER -> both("临时措施的期限已到", "the time of the interim measure is over");
            case END_NAMED -> both("写明何时到期，自次日起不超过七天", "its end is named, at most seven days after the day it begins");
            case AFTER_EXECUTION -> both("所见开始于处置执行之后", "it began after the measures were carried out");
            case AFTER_NOTICE -> both("交易发生在通报（公告）之后", "the transaction came after the notice");
            case OF_ACCOUNTS -> both("账户案件", "a case of accounts");
            case OF_MINING -> both("挖矿案件", "a case of mining");
            case OTHER_CASE -> both("写明并入哪一个别的案件", "another case is named");
        };
    }

    private static PageWords both(String zh, String en) {
        return new PageWords(zh, en);
    }

    String in(boolean isChinese) {
        return isChinese ? zh : en;
    }
}

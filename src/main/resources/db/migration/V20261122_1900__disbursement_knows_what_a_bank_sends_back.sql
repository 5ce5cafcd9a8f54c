-- The bank's own code stays with the outcome: advice is given by code, as the format's data has it.
alter table payment_outcome add column code varchar(24);
alter table payment_back add column code varchar(24);

-- 退汇 comes in a return file like any other code. Where a bank's word asks for more than its meaning does, the format
-- says so beside the code.
update bank_format set definition = jsonb_set(jsonb_set(definition, '{back,codes,2001}', '"RETURNED"'), '{back,advice}', '{
	"1002": {"zh": "银行登记的户名与上报的不一致。请家长持身份证到开户网点查询，按银行登记的户名更正后补发。",
		"en": "The bank knows the account under another name. The family asks at its branch; correct the name, then re-issue."},
	"1004": {"zh": "社保卡金融功能未激活。请家长带卡和身份证到任一网点激活，办好后直接补发，不用换账户。",
		"en": "The card is not activated. The family activates it at a branch; then re-issue to the same account."},
	"2001": {"zh": "银行付款后又退回，款已回到专户。请向银行问清原因，更正或确认账户后补发。",
		"en": "The bank paid and took it back; the money is in the fund again. Ask why, mend the account, then re-issue."}
}') where code in ('GBK_PIPE', 'XLSX');

"""What the model may call: the tools offered, how a call becomes a job, and what the model is told after."""

from chat.toolbox.envelope import result_for_model
from chat.toolbox.offer import offered
from chat.toolbox.planning import BadCall, Plan, job_spec, plan
from chat.toolbox.wording import spend_note

__all__ = ["BadCall", "Plan", "job_spec", "offered", "plan", "result_for_model", "spend_note"]

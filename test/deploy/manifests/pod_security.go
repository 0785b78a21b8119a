package main

import (
	"fmt"

	apps "k8s.io/api/apps/v1"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

var restricted = api.LevelVersion{Level: api.LevelRestricted, Version: api.MajorMinorVersion(1, 36)}

var podSecurity = newPodSecurity()

func newPodSecurity() policy.Evaluator {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		panic(err)
	}
	return evaluator
}

// admit says why a namespace with Pod Security "restricted" would not let the pods of a manifest in.
func admit(manifest runtime.Object) error {
	template := podTemplate(manifest)
	if template == nil {
		return nil
	}
	results := podSecurity.EvaluatePod(restricted, &template.ObjectMeta, &template.Spec)
	if result := policy.AggregateCheckResults(results); !result.Allowed {
		return fmt.Errorf("Pod Security refuses it: %s", result.ForbiddenDetail())
	}
	return nil
}

func podTemplate(manifest runtime.Object) *core.PodTemplateSpec {
	switch typed := manifest.(type) {
	case *core.Pod:
		return &core.PodTemplateSpec{ObjectMeta: typed.ObjectMeta, Spec: typed.Spec}
	case *apps.Deployment:
		return &typed.Spec.Template
	case *apps.StatefulSet:
		return &typed.Spec.Template
	case *apps.DaemonSet:
		return &typed.Spec.Template
	case *batch.Job:
		return &typed.Spec.Template
	case *batch.CronJob:
		return &typed.Spec.JobTemplate.Spec.Template
	default:
		return nil
	}
}

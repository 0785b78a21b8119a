package main

import (
	certmanager "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	cloudnativepg "github.com/cloudnative-pg/cloudnative-pg/api/v1"
	keda "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
	prometheus "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"k8s.io/apimachinery/pkg/runtime"
	kubernetes "k8s.io/client-go/kubernetes/scheme"
	gateway "sigs.k8s.io/gateway-api/apis/v1"
)

// All of Kubernetes 1.36, and the custom resources that we use.
var types = newScheme()

func newScheme() *runtime.Scheme {
	types := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		kubernetes.AddToScheme,
		certmanager.AddToScheme,
		cloudnativepg.AddToScheme,
		gateway.Install,
		keda.AddToScheme,
		prometheus.AddToScheme,
	} {
		if err := add(types); err != nil {
			panic(err)
		}
	}
	return types
}
